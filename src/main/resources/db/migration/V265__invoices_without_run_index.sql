-- Nobody asks by it: what belongs to a run is asked by scope and period. Each invoice paid for it.
drop index invoice_run;
