"""Plain text: its encoding, its lines, its pages and its tables. What the formats text and markdown are made of."""
