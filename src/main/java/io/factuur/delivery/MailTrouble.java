package io.factuur.delivery;

import io.factuur.agreement.Operation;

/** What about a scope's invoices by mail may wait for somebody: where it is read from, and who may do something about it. */
public enum MailTrouble {
    /** Addresses whose last mail did not arrive. */
    UNDELIVERED(
            "mail_outbox",
            "m.kind = 'INVOICE' and " + MailTrouble.NEEDS_SOMEBODY + """
                 and m.created_at > :since and not exists (select 1 from mail_outbox later where
                later.address_key = m.address_key and later.scope_id = m.scope_id and later.id > m.id
                and later.state = 'ACCEPTED')""",
            "count(distinct m.address_key)",
            Operation.SEE_INVOICE_MAIL),
    /** Added addresses that nobody has confirmed yet: they get nothing. */
    UNCONFIRMED(
            "invoice_recipient",
            "m.confirmed_at is null and (m.ends_on is null or m.ends_on > :today)",
            "count(*)",
            Operation.CHANGE_INVOICE_MAIL),
    /** Opted in under terms that newer ones have followed; mails go on meanwhile. */
    NEWER_TERMS("invoice_mail", "m.opted_in and m.terms_version <> :terms", "count(*)", Operation.CHANGE_INVOICE_MAIL),
    /** Addresses that end within a fortnight. */
    ENDING(
            "invoice_recipient",
            "m.confirmed_at is not null and m.ends_on >= :today and m.ends_on <= :soon",
            "count(*)",
            Operation.CHANGE_INVOICE_MAIL);

    static final String NEEDS_SOMEBODY = "m.state in ('BOUNCED', 'FAILED', 'UNKNOWN')";

    final String table;
    final String where;
    final String count;
    final Operation operation;

    MailTrouble(String table, String where, String count, Operation operation) {
        this.table = table;
        this.where = where;
        this.count = count;
        this.operation = operation;
    }
}
