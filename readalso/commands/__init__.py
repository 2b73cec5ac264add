"""The commands, one file each: `add_arguments(parser)`, and `run(args, voice)` that gives the exit code."""
