-- Longer than the database may be silent in DatabaseOutageIT.
select pg_sleep(3);
