// Script only improves what already works.
