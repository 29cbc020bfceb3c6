"""Articles as they lie in files: bytes to text, pages to what a reader sees of them, who published them and when."""
