"""Everything on the screen: the only folder that imports Textual."""
