"""What the paragraphs of an article say: an `Article` becomes an `Anatomy`, one module for each thing found."""
