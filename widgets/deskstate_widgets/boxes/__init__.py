"""What elements stand in: it stacks, scrolls, folds, and makes things when they come near."""
