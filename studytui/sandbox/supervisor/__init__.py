"""Started by the app, perhaps far away: hosts the warm process, hands out prepared runs, passes on what they say."""
