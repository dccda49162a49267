INSERT INTO import (imported_at, imported_by, seconds)
VALUES (:imported_at, :imported_by, 0);
