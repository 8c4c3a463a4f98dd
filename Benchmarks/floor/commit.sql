\set item random(1, 7200)
INSERT INTO floor_judgement VALUES (:item, :item % 4 + 1, 'Seen in four of six lessons of this half term, and told by pupils in their own words.', 1, '2026-11-21T09:30:00.000Z') ON CONFLICT (item) DO UPDATE SET level = excluded.level, version = floor_judgement.version + 1;
