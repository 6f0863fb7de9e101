"""What a lesson must keep to beyond types: each rule yields (path, words), and runs nothing."""
