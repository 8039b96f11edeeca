-- What was given late is few among many: the list of it must not look at all handovers.
CREATE INDEX handover_late ON handover (due_on) WHERE given_on > due_on;
