"""From articles as they came over the wire to briefings: `receive` is the step from seeds/ to content/."""
