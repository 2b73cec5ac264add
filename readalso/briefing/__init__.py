"""The waist of the program: one briefing is one Markdown file, edited by people and published by the build."""
