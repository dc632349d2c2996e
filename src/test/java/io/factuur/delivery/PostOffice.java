package io.factuur.delivery;

import io.factuur.TestMailbox;
import io.factuur.TestPeople;
import io.factuur.TestTree;
import io.factuur.access.Assignments;
import io.factuur.access.Guard;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.audit.AuditLog;
import io.factuur.invoice.InvoicesIssued;
import io.factuur.mail.MailSettings;
import io.factuur.mail.MailTransport;
import io.factuur.mail.SmtpTransport;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Scopes with people, issued invoices and senders, for the tests of this room. */
@Component
@Profile("test")
class PostOffice {

    final MailPreferences preferences;
    final MailRecipients recipients;
    final MailLinks links;
    final MailPlanner planner;
    final MailTransport mailbox;
    final TestMailbox sent;
    final TestPeople people;
    final TestTree tree;
    final JdbcClient jdbc;

    private final Assignments assignments;
    private final Outbox outbox;
    private final Audience audience;
    private final RecipientStore store;
    private final RecipientTokens tokens;
    private final MailSettings mail;
    private final DeliverySettings settings;
    private final Clock clock;
    private final NightStore nightStore;
    private final ReceiptStore receiptStore;
    private final Guard guard;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    PostOffice(
            MailPreferences preferences,
            MailRecipients recipients,
            MailLinks links,
            MailPlanner planner,
            MailTransport mailbox,
            TestMailbox sent,
            TestPeople people,
            TestTree tree,
            JdbcClient jdbc,
            Assignments assignments,
            Outbox outbox,
            Audience audience,
            RecipientStore store,
            RecipientTokens tokens,
            MailSettings mail,
            DeliverySettings settings,
            Clock clock,
            NightStore nightStore,
            ReceiptStore receiptStore,
            Guard guard,
            AuditLog audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.preferences = preferences;
        this.recipients = recipients;
        this.links = links;
        this.planner = planner;
        this.mailbox = mailbox;
        this.sent = sent;
        this.people = people;
        this.tree = tree;
        this.jdbc = jdbc;
        this.assignments = assignments;
        this.outbox = outbox;
        this.audience = audience;
        this.store = store;
        this.tokens = tokens;
        this.mail = mail;
        this.settings = settings;
        this.clock = clock;
        this.nightStore = nightStore;
        this.receiptStore = receiptStore;
        this.guard = guard;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
    }

    long subscription() {
        return tree.child(tree.account(AgreementType.MOSP), ScopeKind.SUBSCRIPTION);
    }

    long profile() {
        return tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
    }

    long enrollment() {
        return tree.account(AgreementType.EA);
    }

    long parent(long scope) {
        return jdbc.sql("select parent_id from scope where id = :id")
                .param("id", scope)
                .query(Long.class)
                .single();
    }

    /** Somebody new who holds a role; the Account Administrator's stands on the account above. */
    Person holder(long scope, Role role) {
        Person person = people.somebody();
        give(scope, role, person);
        return person;
    }

    void give(long scope, Role role, Person person) {
        long at = role == Role.ACCOUNT_ADMINISTRATOR ? parent(scope) : scope;
        assignments.assign(at, person.username(), role, people.operator());
    }

    /** A subscription that has opted in, with its administrator. */
    Person optedIn(long subscription) {
        Person administrator = holder(subscription, Role.ACCOUNT_ADMINISTRATOR);
        preferences.optIn(subscription, MailTerms.current(), administrator);
        return administrator;
    }

    static EmailAddress newAddress() {
        return new EmailAddress("r" + UUID.randomUUID() + "@example.com");
    }

    /** Adds an address and confirms it by the link in the mail. */
    long confirmed(long scope, EmailAddress address, Person by) {
        long id = recipients.add(scope, new NewRecipient(address, "en", MailContent.PDF, null), by);
        confirm(address);
        return id;
    }

    void confirm(EmailAddress address) {
        sender(mailbox, new FakePapers()).sendDue();
        String link = sent.sentTo(address.value()).getLast().link("/mail/confirm/");
        if (!links.confirm(link.substring(link.lastIndexOf('/') + 1))) {
            throw new AssertionError("The link does not work");
        }
    }

    /** Issues an invoice as a billing run does, and plans its mails. */
    String issue(long scope, FakePapers papers) {
        String number = "T" + UUID.randomUUID().toString().substring(0, 30);
        papers.invoice(number, scope, tree.name(scope));
        announce(number, scope);
        return number;
    }

    void announce(String number, long scope) {
        transaction.executeWithoutResult(status ->
                events.publishEvent(new InvoicesIssued(List.of(new InvoicesIssued.Issued(0, number, scope)))));
        planner.planAll();
    }

    OutboxSender sender(MailTransport transport, Papers papers) {
        return new OutboxSender(outbox, composer(papers), transport, clock);
    }

    /** A server on this machine that is soon given up. */
    MailTransport smtp(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.getJavaMailProperties().setProperty("mail.smtp.timeout", "500");
        return new SmtpTransport(server, mail);
    }

    Composer composer(Papers papers) {
        return new Composer(audience, store, tokens, outbox, papers, mail, settings, clock);
    }

    /** The operator's board over other papers. */
    MailNights nights(Papers papers) {
        return new MailNights(jdbc, nightStore, receiptStore, planner, outbox, composer(papers), guard, audit, clock);
    }

    List<String> states(String invoiceNumber) {
        return jdbc.sql("select state from mail_outbox where kind = 'INVOICE' and subject = :number order by id")
                .param("number", invoiceNumber)
                .query(String.class)
                .list();
    }

    List<TestMailbox.Mail> invoicesTo(String address) {
        return sent.sentTo(address).stream()
                .filter(got -> got.headers().contains("X-Factuur-Invoice"))
                .toList();
    }

    /** Takes the mails of other tests out of the way. */
    void clear() {
        jdbc.sql("update mail_outbox set state = 'STOPPED' where state in ('QUEUED', 'CLAIMED', 'SENDING', 'HELD')")
                .update();
    }
}
