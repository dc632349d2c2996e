package io.factuur.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestClock;
import io.factuur.TestMailbox;
import io.factuur.agreement.Role;
import io.factuur.mail.MailFailure;
import io.factuur.mail.MailTransport;
import io.factuur.mail.OutgoingMail;
import io.factuur.security.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Senders that die between any two steps, and two that work at once. */
@IntegrationTest
class OutboxCrashTest {

    /** Ends a sender as a kill does: nothing after it runs that would write to the database. */
    private static final class Killed extends Error {}

    private enum Step {
        CLAIMED,
        COMPOSED,
        BEGUN,
        TAKEN_OVER
    }

    @Autowired
    PostOffice post;

    @Autowired
    TestClock clock;

    private final FakePapers papers = new FakePapers();
    private long profile;
    private Person owner;

    @BeforeEach
    void optIn() {
        post.clear();
        profile = post.profile();
        owner = post.holder(profile, Role.BILLING_PROFILE_OWNER);
        post.preferences.optIn(profile, null, owner);
    }

    @AfterEach
    void putClockRight() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({"CLAIMED, 1, false", "COMPOSED, 1, false", "BEGUN, 1, true", "TAKEN_OVER, 2, true"})
    void killedOnceItArrivesAtMostOnceMoreAndThatIsMarked(Step step, int arrivals, boolean marked) {
        String number = post.issue(profile, papers);
        assertThatThrownBy(() -> dying(step).sendDue()).isInstanceOf(Killed.class);
        OutboxSender next = post.sender(post.mailbox, papers);
        assertThat(next.sendDue()).as("while the dead one's claim still counts").isZero();

        clock.advance(Duration.ofMinutes(16));
        next.sendDue();
        next.sendDue();

        List<TestMailbox.Mail> got = post.invoicesTo(owner.email());
        assertThat(got).hasSize(arrivals);
        assertThat(got)
                .extracting(TestMailbox.Mail::messageId)
                .containsOnly(got.getFirst().messageId());
        assertThat(got.getLast().headers().contains("X-Factuur-Repeat: 1")).isEqualTo(marked);
        assertThat(got.getLast().text().contains("may be a repeat")).isEqualTo(marked);
        assertThat(post.states(number)).containsExactly("ACCEPTED");
    }

    @Test
    void killedTwiceAfterTheHandoverItIsLeftToSomebody() {
        String number = post.issue(profile, papers);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> dying(Step.TAKEN_OVER).sendDue()).isInstanceOf(Killed.class);
            clock.advance(Duration.ofMinutes(16));
        }
        for (int i = 0; i < 3; i++) {
            post.sender(post.mailbox, papers).sendDue();
            clock.advance(Duration.ofHours(40));
        }
        assertThat(post.invoicesTo(owner.email())).hasSize(2);
        assertThat(post.states(number)).containsExactly("UNKNOWN");
    }

    @Test
    void twoNodesInTheSameMinuteSendEachMailOnce() throws Exception {
        List<Person> readers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            readers.add(post.holder(profile, Role.BILLING_PROFILE_READER));
        }
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            numbers.add(post.issue(profile, papers));
        }
        int sent = together(4, () -> {
            OutboxSender sender = post.sender(post.mailbox, papers);
            int mine = 0;
            // A node that loses a race for locks tries again in its next round.
            for (int round = 0; round < 20; round++) {
                try {
                    mine += sender.sendDue();
                } catch (org.springframework.dao.TransientDataAccessException race) {
                    Thread.sleep(20);
                }
            }
            return mine;
        });
        assertThat(sent).isEqualTo(20 * 6);
        numbers.forEach(number -> assertThat(post.states(number)).hasSize(6).containsOnly("ACCEPTED"));
        readers.forEach(reader -> assertThat(post.invoicesTo(reader.email()))
                .hasSize(20)
                .extracting(TestMailbox.Mail::subject)
                .doesNotHaveDuplicates());
    }

    @Test
    void twoNodesThatPlanAtOnceMakeOneMailForEach() throws Exception {
        String number = "T" + PostOffice.newAddress().value().substring(1, 25);
        papers.invoice(number, profile, "Profile");
        post.jdbc
                .sql("insert into mail_job (invoice_number, scope_id, created_at) values (:n, :s, current_timestamp)")
                .param("n", number)
                .param("s", profile)
                .update();
        together(4, () -> {
            try {
                post.planner.planAll();
            } catch (org.springframework.dao.DataAccessException race) {
                post.planner.planAll();
            }
            return 0;
        });
        assertThat(post.states(number)).containsExactly("QUEUED");
    }

    private static int together(int nodes, Callable<Integer> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(nodes);
        int sum = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(nodes)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            for (Future<Integer> node : running) {
                sum += node.get();
            }
        }
        return sum;
    }

    private OutboxSender dying(Step step) {
        Papers deadly = new Papers() {
            @Override
            public Optional<Paper> find(String invoiceNumber) {
                dieAt(step == Step.CLAIMED);
                return papers.find(invoiceNumber);
            }

            @Override
            public Optional<PaperFile> file(String invoiceNumber, String kind) {
                return papers.file(invoiceNumber, kind);
            }
        };
        return post.sender(new DeadlyTransport(step), deadly);
    }

    private static void dieAt(boolean here) {
        if (here) {
            throw new Killed();
        }
    }

    private final class DeadlyTransport implements MailTransport {

        private final Step step;

        private DeadlyTransport(Step step) {
            this.step = step;
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public Connection connect() throws MailFailure {
            dieAt(step == Step.COMPOSED);
            Connection real = post.mailbox.connect();
            return new Connection() {
                @Override
                public void send(OutgoingMail mail) throws MailFailure {
                    dieAt(step == Step.BEGUN);
                    real.send(mail);
                    dieAt(step == Step.TAKEN_OVER);
                }

                @Override
                public boolean usable() {
                    return true;
                }

                @Override
                public void close() {}
            };
        }
    }
}
