INSERT INTO local_list (import_id, name)
VALUES (:import_id, :name);
