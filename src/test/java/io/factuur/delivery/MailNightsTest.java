package io.factuur.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.agreement.Role;
import io.factuur.security.PeopleDirectory;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class MailNightsTest {

    @Autowired
    PostOffice post;

    @Autowired
    MailNights nights;

    @Autowired
    ReceiptStore receipts;

    private final FakePapers papers = new FakePapers();

    @Autowired
    PeopleDirectory directory;

    private Person operator;
    private Person owner;
    private long profile;

    @BeforeEach
    void holdTheNextNight() {
        post.clear();
        operator = post.people.operator();
        profile = post.profile();
        owner = post.holder(profile, Role.BILLING_PROFILE_OWNER);
        post.preferences.optIn(profile, null, owner);
        nights.holdNext(true, operator);
    }

    @AfterEach
    void letGo() {
        nights.holdNext(false, operator);
        nights.stopAll(false, operator);
    }

    @Test
    void heldMailsWaitForTheReleaseAndShowThoseWhoGotARoleMeanwhile() {
        String number = post.issue(profile, papers);
        assertThat(send()).isZero();
        assertThat(post.states(number)).containsExactly("HELD");
        Person late = post.holder(profile, Role.BILLING_PROFILE_READER);
        assertThat(post.nights(papers).dryRun(nightOf(number), false, 0, 1_000, operator))
                .filteredOn(row -> row.invoiceNumber().equals(number))
                .extracting(DryRunRow::recipient)
                .containsExactlyInAnyOrder(owner.email(), late.email());

        nights.release(nightOf(number), operator);

        assertThat(send()).isEqualTo(2);
        assertThat(post.invoicesTo(late.email())).hasSize(1);
    }

    @Test
    void whoeverMayComeInAgainIsInThePreviewAgain() {
        Person away = post.holder(profile, Role.BILLING_PROFILE_READER);
        directory.disable(away.id(), operator);
        String number = post.issue(profile, papers);
        assertThat(post.states(number)).hasSize(1);
        directory.enable(away.id(), operator);
        assertThat(post.states(number)).containsExactly("HELD", "HELD");
    }

    @Test
    void aContactWhoConfirmsWhileTheMailsWaitIsAmongThem() {
        long enrollment = post.enrollment();
        String number = post.issue(enrollment, papers);
        assertThat(post.states(number)).isEmpty();
        EmailAddress contact = PostOffice.newAddress();
        post.confirmed(enrollment, contact, operator);
        assertThat(post.states(number)).containsExactly("HELD");
        nights.release(nightOf(number), operator);
        assertThat(send()).isEqualTo(1);
        assertThat(post.invoicesTo(contact.value())).hasSize(1);
    }

    @Test
    void aStoppedNightStaysInAndHeldAgainItCanStillBeReleased() {
        String number = post.issue(profile, papers);
        long night = nightOf(number);
        nights.release(night, operator);
        nights.stop(night, operator);
        assertThat(send()).isZero();
        assertThat(receipts.countOfInvoice(number)).isEqualTo(new ReceiptCount(0, 0, 0, 0, 1));
        nights.release(night, operator);
        nights.hold(night, operator);
        assertThat(send()).isZero();
        nights.release(night, operator);
        assertThat(send()).isEqualTo(1);
        assertThat(receipts.events(receipts.ofInvoice(number, 0, 1).getFirst().id()))
                .extracting(MailEvent::kind)
                .containsExactly(
                        MailEvent.Kind.RELEASED,
                        MailEvent.Kind.STOPPED,
                        MailEvent.Kind.RELEASED,
                        MailEvent.Kind.HELD,
                        MailEvent.Kind.RELEASED);
    }

    @Test
    void theStopOfAllStopsASenderInTheMiddleOfItsClaim() {
        nights.holdNext(false, operator);
        post.holder(profile, Role.BILLING_PROFILE_READER);
        post.holder(profile, Role.BILLING_PROFILE_READER);
        String number = post.issue(profile, papers);
        Papers stopping = new Papers() {
            private int asked;

            @Override
            public java.util.Optional<Paper> find(String invoiceNumber) {
                if (++asked == 2) {
                    nights.stopAll(true, operator);
                }
                return papers.find(invoiceNumber);
            }

            @Override
            public java.util.Optional<PaperFile> file(String invoiceNumber, String kind) {
                return papers.file(invoiceNumber, kind);
            }
        };
        assertThat(post.sender(post.mailbox, stopping).sendDue()).isEqualTo(1);
        assertThat(post.states(number)).containsExactlyInAnyOrder("ACCEPTED", "QUEUED", "QUEUED");
        assertThat(send()).isZero();
        nights.stopAll(false, operator);
        assertThat(send()).isEqualTo(2);
    }

    @Test
    void theDryRunSaysWhoGetsWhatInWhichLanguageHowLargeAndWhoBouncedLast() {
        EmailAddress anne = PostOffice.newAddress();
        post.recipients.add(profile, new NewRecipient(anne, "nl", MailContent.PDF_AND_CSV, null), owner);
        post.confirm(anne);
        String before = post.issue(profile, papers);
        nights.release(nightOf(before), operator);
        send();
        post.jdbc
                .sql(
                        "update mail_outbox set state = 'BOUNCED', words = 'box full' where subject = :n and recipient_id is not null")
                .param("n", before)
                .update();

        // Planned by hand: the composer of the application knows real invoices only.
        String number = post.issue(profile, papers);
        MailNights looking = post.nights(papers);
        assertThat(looking.dryRun(nightOf(number), false, 0, 100, operator))
                .filteredOn(row -> row.invoiceNumber().equals(number))
                .hasSize(2)
                .anySatisfy(row -> {
                    assertThat(row.recipient()).isEqualTo(anne.value());
                    assertThat(row.language()).isEqualTo("nl");
                    assertThat(row.content()).isEqualTo(MailContent.PDF_AND_CSV);
                    assertThat(row.sizeBytes()).isGreaterThan(1_000);
                    assertThat(row.lastTrouble()).isEqualTo("box full");
                    assertThat(row.waitsFor()).isNull();
                })
                .anySatisfy(row -> {
                    assertThat(row.recipient()).isEqualTo(owner.email());
                    assertThat(row.lastTrouble()).isNull();
                });
        assertThat(post.states(number)).containsOnly("HELD");
    }

    @Test
    void onlyTheOperatorLooksAndSteers() {
        assertThatThrownBy(() -> nights.list(0, 10, owner)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> nights.release(1, owner)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> nights.dryRun(1, false, 0, 10, owner)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> nights.stopAll(true, owner)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> nights.release(Long.MAX_VALUE, operator)).isInstanceOf(Problem.class);
    }

    private int send() {
        return post.sender(post.mailbox, papers).sendDue();
    }

    private long nightOf(String number) {
        return post.jdbc
                .sql("select night_id from mail_job where invoice_number = :n")
                .param("n", number)
                .query(Long.class)
                .single();
    }
}
