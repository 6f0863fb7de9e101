"""What each line made: shape, dtype and autograd of its last tensor, for the margin of the editor."""
