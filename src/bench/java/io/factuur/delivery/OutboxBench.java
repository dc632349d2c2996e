package io.factuur.delivery;

import io.factuur.Application;
import io.factuur.invoice.InvoicesIssued;
import io.factuur.mail.Letter;
import io.factuur.mail.MailSettings;
import io.factuur.mail.MailTransport;
import io.factuur.mail.OutgoingMail;
import io.factuur.mail.SmtpTransport;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Money;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails through the outbox to a server on loopback, each with a PDF, on H2 or with {@code factuur.test.database=postgresql}
 * on PostgreSQL. The rival hands the same mails over as many connections and remembers nothing.
 *
 * <p>Arguments: mails, bytes of the PDF, lanes.
 */
final class OutboxBench {

    private static final int SUBSCRIPTIONS = 1_000;

    private OutboxBench() {}

    public static void main(String[] args) throws Exception {
        int mails = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int bytes = args.length > 1 ? Integer.parseInt(args[1]) : 60_000;
        int lanes = args.length > 2 ? Integer.parseInt(args[2]) : 4;
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "outbox")
                .toAbsolutePath();
        try (LoopbackSmtp server = new LoopbackSmtp();
                ConfigurableApplicationContext application = start(home)) {
            MailTransport transport = transport(server, application.getBean(MailSettings.class));
            int warm = Math.min(5_000, mails);
            rival(transport, bytes, warm, lanes);
            double rival = rival(transport, bytes, mails / 4, lanes);
            System.out.printf(Locale.ROOT, "rival, no outbox:     %,8.0f mails/s%n", rival);

            List<Long> scopes = prepare(application);
            double planned = plan(application, scopes, mails);
            System.out.printf(Locale.ROOT, "planned:              %,8.0f mails/s%n", planned);
            server.reset();
            double sent = send(application, transport, bytes, mails, lanes);
            System.out.printf(Locale.ROOT, "through the outbox:   %,8.0f mails/s, %.2f of the rival%n", sent, sent / rival);
            System.out.printf(Locale.ROOT, "server took:          %,8d mails%n", server.taken());
        }
    }

    private static ConfigurableApplicationContext start(Path home) {
        return new SpringApplicationBuilder(Application.class)
                .profiles("test")
                .initializers(new io.factuur.TestDatabase())
                .properties("server.port=0", "factuur.delivery.data-dir=" + home)
                .run();
    }

    private static MailTransport transport(LoopbackSmtp server, MailSettings settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        return new SmtpTransport(sender, settings);
    }

    private static double rival(MailTransport transport, int bytes, int mails, int lanes) throws Exception {
        FixedPapers papers = new FixedPapers(bytes);
        OutgoingMail mail = OutgoingMail.of(
                        new EmailAddress("anne@example.com"),
                        Letter.in(Locale.ENGLISH, "Invoice")
                                .paragraph("It is ready.")
                                .fact("Total", "121.00 EUR")
                                .button("View your invoice", "http://localhost:8080/invoices/F-1")
                                .build())
                .attach(List.of(papers.file("F-1", "invoice.pdf").orElseThrow().attachment()));
        long start = System.nanoTime();
        all(lanes, () -> {
            try (MailTransport.Connection connection = transport.connect()) {
                for (int i = 0; i < mails / lanes; i++) {
                    connection.send(mail);
                }
            }
            return null;
        });
        return perSecond(mails, start);
    }

    /** Subscriptions below one account, opted in, each with a recipient of its own beside the common administrator. */
    private static List<Long> prepare(ConfigurableApplicationContext application) {
        PostOffice post = application.getBean(PostOffice.class);
        AddressKey keys = application.getBean(AddressKey.class);
        JdbcTemplate jdbc = application.getBean(JdbcTemplate.class);
        long first = post.subscription();
        post.optedIn(first);
        String likeTheFirst = " from scope where id = " + first;
        List<Object[]> names = IntStream.range(1, SUBSCRIPTIONS)
                .mapToObj(i -> new Object[] {"Subscription " + i, "outbox-" + i, "outbox-" + i})
                .toList();
        jdbc.batchUpdate(
                "insert into scope (parent_id, root_id, agreement, kind, currency, created_at, name, external_id,"
                        + " external_key) select parent_id, root_id, agreement, kind, currency, created_at, ?, ?, ?"
                        + likeTheFirst,
                names);
        List<Long> scopes = jdbc.queryForList(
                "select id from scope where parent_id = (select parent_id" + likeTheFirst + ") order by id", Long.class);
        List<Object[]> others = scopes.stream()
                .filter(id -> id != first)
                .map(id -> new Object[] {id, id, first})
                .toList();
        jdbc.batchUpdate(
                "insert into scope_ancestor (scope_id, ancestor_id, distance)"
                        + " select ?, case when distance = 0 then ? else ancestor_id end, distance from scope_ancestor"
                        + " where scope_id = ?",
                others);
        jdbc.batchUpdate(
                "insert into invoice_mail (scope_id, opted_in, terms_version, terms_accepted_at, terms_accepted_by,"
                        + " changed_at, changed_by) select ?, opted_in, terms_version, terms_accepted_at,"
                        + " terms_accepted_by, changed_at, changed_by from invoice_mail where scope_id = ?",
                others.stream().map(row -> new Object[] {row[0], first}).toList());
        jdbc.batchUpdate(
                "insert into invoice_recipient (scope_id, address, address_key, language, content, confirmed_at, nonce,"
                        + " added_at, added_by) values (?, ?, ?, 'en', 'PDF', current_timestamp, ?, current_timestamp,"
                        + " 'bench')",
                scopes.stream()
                        .map(id -> new EmailAddress("r" + id + "@example.com"))
                        .map(address -> new Object[] {
                            Long.parseLong(address.value().substring(1, address.value().indexOf('@'))),
                            address.value(),
                            keys.of(address),
                            "nonce" + address.value().hashCode()
                        })
                        .toList());
        return scopes;
    }

    /** Two mails an invoice: to the administrator and to the recipient that was added. */
    private static double plan(ConfigurableApplicationContext application, List<Long> scopes, int mails) {
        TransactionTemplate transaction = application.getBean(TransactionTemplate.class);
        int invoices = mails / 2;
        for (int from = 0; from < invoices; from += 500) {
            List<InvoicesIssued.Issued> chunk = new ArrayList<>();
            for (int i = from; i < Math.min(invoices, from + 500); i++) {
                long scope = scopes.get(i % scopes.size());
                chunk.add(new InvoicesIssued.Issued(i, "B-" + scope + "-" + i, scope));
            }
            transaction.executeWithoutResult(status -> application.publishEvent(new InvoicesIssued(chunk)));
        }
        long start = System.nanoTime();
        application.getBean(MailPlanner.class).planAll();
        return perSecond(mails, start);
    }

    private static double send(
            ConfigurableApplicationContext application, MailTransport transport, int bytes, int mails, int lanes)
            throws Exception {
        PostOffice post = application.getBean(PostOffice.class);
        Papers papers = new FixedPapers(bytes);
        long start = System.nanoTime();
        Thread watch = Thread.ofVirtual().start(() -> watchTheHeap(start));
        OutboxSender sender = post.sender(transport, papers);
        all(lanes, sender::sendDue);
        double rate = perSecond(mails, start);
        watch.interrupt();
        return rate;
    }

    private static void watchTheHeap(long start) {
        try {
            while (true) {
                Thread.sleep(Duration.ofSeconds(15));
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                long live = (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
                System.out.printf(
                        Locale.ROOT, "  after %4d s: live heap %d MB%n", (System.nanoTime() - start) / 1_000_000_000, live);
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private static void all(int lanes, Callable<?> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < lanes; i++) {
                running.add(threads.submit(work));
            }
            for (Future<?> lane : running) {
                lane.get();
            }
        }
    }

    private static double perSecond(int mails, long start) {
        return mails * 1e9 / (System.nanoTime() - start);
    }

    /** Any invoice that is asked for, with the scope in its number. */
    private record FixedPapers(ByteArrayResource pdf) implements Papers {

        FixedPapers(int bytes) {
            this(new ByteArrayResource(new byte[bytes]));
        }

        @Override
        public Optional<Paper> find(String number) {
            long scope = Long.parseLong(number.split("-")[1]);
            return Optional.of(new Paper(
                    number,
                    scope,
                    "Subscription",
                    false,
                    true,
                    BillingPeriod.month(YearMonth.of(2026, 10)),
                    LocalDate.of(2026, 12, 1),
                    Money.of("EUR", "121.00"),
                    Money.of("EUR", "121.00")));
        }

        @Override
        public Optional<PaperFile> file(String number, String kind) {
            return Optional.of(new PaperFile(number + ".pdf", "application/pdf", pdf.contentLength(), pdf));
        }
    }
}
