"""What the user decides once: `config.toml`, read at start, written by the settings screen."""
