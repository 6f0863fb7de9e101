"""The app's side of a run: start the sandbox, send it code, turn what it says into typed events."""
