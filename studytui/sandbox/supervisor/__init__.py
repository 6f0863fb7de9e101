"""Started by the app, perhaps far away: hosts the warm process and the runs, passes on what they say."""
