-- Writes every page anew, so that nothing of what was replaced stays in free space.
VACUUM;
