package io.factuur.bench;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.file.FileState;
import io.factuur.file.PreparedFiles;
import io.factuur.invoice.InvoiceQuery;
import io.factuur.invoice.ZipOrder;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import java.nio.file.Files;
import java.util.List;

/** A ZIP of many invoices, printed and packed; give it a small heap: {@code -Dbench.jvm=-Xmx256m}. */
public final class InvoiceZipBench {

    private InvoiceZipBench() {}

    /** Arguments: invoices, {@code h2} or {@code postgresql}. */
    public static void main(String[] args) throws Exception {
        try (Bench bench = Bench.on(args[1])) {
            Scope profile = bench.child(bench.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE, 1);
            Person reader = bench.with(Role.BILLING_PROFILE_READER, profile);
            bench.invoices(profile, Long.parseLong(args[0]));
            PreparedFiles files = bench.application.getBean(PreparedFiles.class);
            long start = System.nanoTime();
            long id = files.order(ZipOrder.KIND, ZipOrder.json(InvoiceQuery.at(profile.id()), List.of()), reader)
                    .id();
            while (files.get(id, reader).state() != FileState.READY) {
                if (files.get(id, reader).state() == FileState.FAILED) {
                    throw new IllegalStateException(String.valueOf(files.get(id, reader).problem()));
                }
                Thread.sleep(100);
            }
            Bench.say(
                    "%s invoices: %.1f s, %d kB, at most %d MB of heap",
                    args[0],
                    (System.nanoTime() - start) / 1e9,
                    Files.size(files.open(id, reader).path()) / 1000,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
        System.exit(0);
    }
}
