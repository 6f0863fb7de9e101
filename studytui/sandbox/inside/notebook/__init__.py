"""What notebook code expects to find: `IPython.display`, and words for rich text."""
