package io.factuur.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestClock;
import io.factuur.agreement.Role;
import io.factuur.invoice.InvoiceDownloaded;
import io.factuur.mail.ScriptedSmtp;
import io.factuur.mail.ScriptedSmtp.Behaviour;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The outbox against servers that accept, refuse, hang and hang up. */
@IntegrationTest
class OutboxTest {

    @Autowired
    PostOffice post;

    @Autowired
    TestClock clock;

    @Autowired
    ReceiptStore receipts;

    @Autowired
    Receipts books;

    private final FakePapers papers = new FakePapers();
    private final EmailAddress anne = PostOffice.newAddress();
    private long profile;
    private Person owner;

    @BeforeEach
    void optInWithOneRecipientBesidesTheOwner() {
        post.clear();
        profile = post.profile();
        owner = post.holder(profile, Role.BILLING_PROFILE_OWNER);
        post.preferences.optIn(profile, null, owner);
        post.confirmed(profile, anne, owner);
    }

    @AfterEach
    void putClockRight() {
        clock.reset();
    }

    @Test
    void eachGetsOneMailHoweverOftenItIsPlannedAndSent() {
        String number = post.issue(profile, papers);
        post.planner.planAll();
        OutboxSender sender = post.sender(post.mailbox, papers);
        assertThat(sender.sendDue()).isEqualTo(2);
        assertThat(sender.sendDue()).isZero();
        assertThat(post.states(number)).containsExactly("ACCEPTED", "ACCEPTED");
        assertThat(post.invoicesTo(anne.value())).hasSize(1);
        assertThat(receipts.countOfInvoice(number)).isEqualTo(new ReceiptCount(2, 2, 0, 0, 0));
    }

    @Test
    void theBookOfEachInvoiceIsForThoseWhoSeeThePreference() {
        String first = post.issue(profile, papers);
        assertThat(post.sender(post.mailbox, papers).sendDue()).isEqualTo(2);
        String second = post.issue(profile, papers);
        assertThat(books.latest(profile, 5, owner))
                .containsExactly(
                        new ReceiptBook(second, new ReceiptCount(2, 0, 2, 0, 0)),
                        new ReceiptBook(first, new ReceiptCount(2, 2, 0, 0, 0)));
        assertThat(books.latest(profile, 1, post.people.operator())).hasSize(1);
        assertThatThrownBy(() -> books.latest(profile, 5, post.people.somebody()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void theReceiptSaysWhenThePersonFetchedTheInvoice() {
        String number = post.issue(profile, papers);
        receipts.downloaded(new InvoiceDownloaded(number, owner.id()));
        assertThat(receipts.ofInvoice(number, 0, 10))
                .filteredOn(receipt -> receipt.downloadedAt() != null)
                .extracting(Receipt::recipient)
                .containsExactly(owner.email());
    }

    @Test
    void whoeverChangesTheirAddressGetsTheMailThere() {
        String number = post.issue(profile, papers);
        EmailAddress moved = PostOffice.newAddress();
        post.jdbc
                .sql("update person set communication_email = :address where id = :id")
                .param("address", moved.value())
                .param("id", owner.id())
                .update();
        assertThat(post.sender(post.mailbox, papers).sendDue()).isEqualTo(2);
        assertThat(post.invoicesTo(owner.email())).isEmpty();
        assertThat(post.invoicesTo(moved.value())).hasSize(1);
        assertThat(receipts.ofInvoice(number, 0, 10))
                .extracting(Receipt::recipient)
                .contains(moved.value());
    }

    @Test
    void whatIsRefusedForGoodIsNotTriedAgainAndNeedsSomebody() throws IOException {
        String number = post.issue(profile, papers);
        try (ScriptedSmtp server = new ScriptedSmtp(Behaviour.REFUSE_RECIPIENT_FOR_GOOD)) {
            send(server);
            server.behave(Behaviour.ACCEPT);
            clock.advance(Duration.ofDays(9));
            send(server);
            assertThat(server.accepted()).isEmpty();
        }
        assertThat(receipts.countOfInvoice(number)).isEqualTo(new ReceiptCount(2, 0, 0, 2, 0));
        assertThat(receipts.ofInvoice(number, 0, 10)).allSatisfy(receipt -> {
            assertThat(receipt.code()).isEqualTo(550);
            assertThat(receipt.words()).isEqualTo("550 5.1.1 <‹address›> no such user here");
        });
    }

    @Test
    void whatIsRefusedForNowIsTriedAgainWithGrowingPauses() throws IOException {
        String number = post.issue(profile, papers);
        try (ScriptedSmtp server = new ScriptedSmtp(Behaviour.REFUSE_RECIPIENT_FOR_NOW)) {
            send(server);
            clock.advance(Duration.ofSeconds(50));
            send(server);
            assertThat(attempts(number)).containsExactly(1, 1);
            clock.advance(Duration.ofSeconds(15));
            send(server);
            assertThat(attempts(number)).containsExactly(2, 2);
            clock.advance(Duration.ofMinutes(2));
            send(server);
            assertThat(attempts(number)).containsExactly(2, 2);
            server.behave(Behaviour.ACCEPT);
            clock.advance(Duration.ofMinutes(4));
            send(server);
            assertThat(server.accepted()).hasSize(2);
        }
        assertThat(post.states(number)).containsOnly("ACCEPTED");
    }

    @Test
    void afterThreeDaysOfTryingSomebodyIsNeeded() throws IOException {
        String number = post.issue(profile, papers);
        try (ScriptedSmtp server = new ScriptedSmtp(Behaviour.REFUSE_RECIPIENT_FOR_NOW)) {
            for (int i = 0; i < 12; i++) {
                send(server);
                clock.advance(Duration.ofHours(37));
            }
        }
        assertThat(post.states(number)).containsOnly("FAILED");
        assertThat(attempts(number)).containsExactly(9, 9);
    }

    @Test
    void aServerThatCannotBeReachedCostsOneMailATryAndTheOthersNothing() {
        String number = post.issue(profile, papers);
        OutboxSender sender = post.sender(post.smtp(1), papers);
        sender.sendDue();
        assertThat(attempts(number)).containsExactlyInAnyOrder(1, 0);
        assertThat(post.states(number)).containsOnly("QUEUED");
    }

    @Test
    void anAnswerThatNeverComesMakesOneMarkedRepeatAndNoMore() throws IOException {
        String number = post.issue(profile, papers);
        try (ScriptedSmtp server = new ScriptedSmtp(Behaviour.HANG_UP_AFTER_TEXT)) {
            for (int i = 0; i < 6; i++) {
                send(server);
                clock.advance(Duration.ofMinutes(6));
            }
            assertThat(server.accepted()).hasSize(4);
            List<String> toAnne = server.accepted().stream()
                    .filter(text -> text.contains("To: " + anne.value()))
                    .toList();
            assertThat(toAnne).hasSize(2);
            assertThat(toAnne.get(0)).doesNotContain("X-Factuur-Repeat");
            assertThat(toAnne.get(1)).contains("X-Factuur-Repeat: 1").contains("may be a repeat");
            assertThat(messageId(toAnne.get(1))).isEqualTo(messageId(toAnne.get(0)));
        }
        assertThat(post.states(number)).containsOnly("UNKNOWN");
        assertThat(receipts.countOfInvoice(number).needYou()).isEqualTo(2);
    }

    @Test
    void aServerThatHangsIsGivenUpAndTheRepeatArrives() throws IOException {
        post.issue(profile, papers);
        try (ScriptedSmtp server = new ScriptedSmtp(Behaviour.HANG_AFTER_TEXT)) {
            send(server);
            server.behave(Behaviour.ACCEPT);
            clock.advance(Duration.ofMinutes(6));
            send(server);
            assertThat(server.accepted()).hasSize(4);
        }
    }

    @Test
    void aMissingDocumentHoldsTheMailBackWithoutCostingATry() {
        String number = "T" + PostOffice.newAddress().value().substring(1, 25);
        papers.withoutFiles(number, profile, "Profile");
        post.announce(number, profile);
        OutboxSender sender = post.sender(post.mailbox, papers);
        sender.sendDue();
        assertThat(receipts.ofInvoice(number, 0, 10)).allSatisfy(receipt -> {
            assertThat(receipt.state()).isEqualTo(MailState.QUEUED);
            assertThat(receipt.reason()).isEqualTo("invoice.pdf");
            assertThat(receipt.attempts()).isZero();
        });
        papers.file(number, "invoice.pdf", "%PDF");
        clock.advance(Duration.ofSeconds(31));
        assertThat(sender.sendDue()).isEqualTo(2);
    }

    @Test
    void whoeverLostTheRightBeforeTheMailLeftGetsNothing() {
        Person reader = post.holder(profile, Role.BILLING_PROFILE_READER);
        String number = post.issue(profile, papers);
        long assignment = post.jdbc
                .sql("select id from assignment where person_id = :id")
                .param("id", reader.id())
                .query(Long.class)
                .single();
        post.jdbc
                .sql("update assignment set ended_at = current_timestamp where id = :id")
                .param("id", assignment)
                .update();
        post.sender(post.mailbox, papers).sendDue();
        assertThat(post.invoicesTo(reader.email())).isEmpty();
        assertThat(post.states(number)).containsExactlyInAnyOrder("ACCEPTED", "SKIPPED", "ACCEPTED");
    }

    @Test
    void afterAnOptOutNothingMoreLeaves() {
        String number = post.issue(profile, papers);
        post.preferences.optOut(profile, owner);
        assertThat(post.sender(post.mailbox, papers).sendDue()).isZero();
        assertThat(post.states(number)).containsExactly("SKIPPED");
    }

    @Test
    void aVoidedInvoiceIsNotMailed() {
        String number = post.issue(profile, papers);
        papers.voided(number);
        assertThat(post.sender(post.mailbox, papers).sendDue()).isZero();
        assertThat(post.states(number)).containsOnly("SKIPPED");
    }

    @Test
    void aCreditNoteHasNoUsageOfItsOwnToBring() {
        EmailAddress both = PostOffice.newAddress();
        post.recipients.add(profile, new NewRecipient(both, "en", MailContent.PDF_AND_CSV, null), owner);
        post.confirm(both);
        String invoice = post.issue(profile, papers);
        String note = post.issue(profile, papers);
        papers.creditNote(note);
        post.sender(post.mailbox, papers).sendDue();
        assertThat(attached(both))
                .containsExactlyInAnyOrder(invoice + "-invoice.pdf", invoice + "-usage.csv", note + "-invoice.pdf");
    }

    private List<String> attached(EmailAddress address) {
        return post.invoicesTo(address.value()).stream()
                .flatMap(mail -> post
                        .jdbc
                        .sql("select name from mailbox_attachment where mail_id = :id")
                        .param("id", mail.id())
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }

    @Test
    void whatIsTooLargeForAMailStaysBehindWithASentence() {
        String number = post.issue(profile, papers);
        papers.file(number, "invoice.pdf", "x".repeat(10_500_000));
        post.sender(post.mailbox, papers).sendDue();
        assertThat(post.invoicesTo(anne.value()).getFirst().text()).contains("too large for a message");
        assertThat(post.jdbc
                        .sql("select count(*) from mailbox_attachment where mail_id = :id")
                        .param("id", post.invoicesTo(anne.value()).getFirst().id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void sentAgainByHandItIsAnotherMessageAndTheRightIsAskedAgain() {
        String number = post.issue(profile, papers);
        OutboxSender sender = post.sender(post.mailbox, papers);
        sender.sendDue();
        receipts.ofInvoice(number, 0, 10).forEach(receipt -> receipts.resend(receipt.id(), "somebody"));
        post.recipients.remove(profile, anne, owner);
        sender.sendDue();
        assertThat(post.invoicesTo(owner.email()))
                .extracting(io.factuur.TestMailbox.Mail::messageId)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(post.invoicesTo(anne.value())).isEmpty();
        assertThat(post.states(number)).containsExactlyInAnyOrder("ACCEPTED", "SKIPPED");
    }

    @Test
    void aScopesNameBecomesNoHeader() throws IOException {
        String number = post.issue(profile, papers);
        papers.invoice(number, profile, "Acme\r\nBcc: everybody@example.com\r\n\r\n<script>");
        try (ScriptedSmtp server = new ScriptedSmtp(Behaviour.ACCEPT)) {
            send(server);
            assertThat(server.accepted()).hasSize(2).allSatisfy(text -> {
                assertThat(text.lines()).noneMatch(line -> line.startsWith("Bcc:"));
                assertThat(text).contains("&lt;script&gt;");
            });
        }
    }

    private void send(ScriptedSmtp server) {
        OutboxSender sender = post.sender(post.smtp(server.port()), papers);
        // A round ends when the server hangs up; the next one goes on.
        for (int i = 0; i < 3; i++) {
            sender.sendDue();
        }
    }

    private List<Integer> attempts(String number) {
        return receipts.ofInvoice(number, 0, 10).stream().map(Receipt::attempts).toList();
    }

    private static String messageId(String text) {
        return text.lines()
                .filter(line -> line.startsWith("Message-ID:"))
                .findFirst()
                .orElseThrow();
    }
}
