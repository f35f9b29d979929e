-- Which reader of the topic of papers writes those of a partition: the last one that the broker gave it to. One that
-- was paused meanwhile still holds records, which are older than what the next one writes.
create table paper_readers (
  partition       integer primary key,
  reader          uuid not null
);
