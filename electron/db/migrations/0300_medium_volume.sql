-- The id of a medium's volume, as the system tells it: what people write down as its serial number is theirs, and no proof of anything.
ALTER TABLE medium ADD COLUMN volume_id TEXT NOT NULL DEFAULT '';
-- Learnt once, at the first backup that finds it; another one means another medium.
CREATE TRIGGER medium_keeps_volume BEFORE UPDATE ON medium
WHEN OLD.volume_id <> '' AND NEW.volume_id IS NOT OLD.volume_id
BEGIN SELECT RAISE(ABORT, 'a medium keeps its volume'); END;
