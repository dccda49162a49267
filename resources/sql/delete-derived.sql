DELETE FROM derived;
