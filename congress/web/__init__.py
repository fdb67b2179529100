"""What every page needs: who may see it, which congress it belongs to, forms, lists, errors."""
