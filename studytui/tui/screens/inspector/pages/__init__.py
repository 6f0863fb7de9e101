"""The pages of the inspector: each turns a subject into lines."""
