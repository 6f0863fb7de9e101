"""Notes as lessons: pages to read, snippets to run, open questions to answer."""
