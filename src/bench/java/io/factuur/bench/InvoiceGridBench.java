package io.factuur.bench;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.FilterWords;
import io.factuur.invoice.InvoiceLists;
import io.factuur.invoice.InvoiceQuery;
import io.factuur.invoice.InvoiceQuery.Sort;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import java.util.Map;

/** The grid of a profile with many invoices: each sort, first and last page, and a filter, against the bare SQL. */
public final class InvoiceGridBench {

    private static final int PAGE = 50;

    private InvoiceGridBench() {}

    /** Arguments: invoices, rounds, {@code h2} or {@code postgresql}. */
    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        int rounds = Integer.parseInt(args[1]);
        try (Bench bench = Bench.on(args[2])) {
            Scope profile = bench.child(bench.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE, 1);
            Person reader = bench.with(Role.BILLING_PROFILE_READER, profile);
            bench.invoices(profile, count);
            InvoiceLists lists = bench.application.getBean(InvoiceLists.class);
            InvoiceQuery all = InvoiceQuery.at(profile.id());
            InvoiceQuery few = all.matching(
                    FilterWords.read(Map.of("status", "OVERDUE", "from", "2020-01", "to", "2020-03", "least", "500")::get));
            for (int round = 0; round < rounds; round++) {
                for (Sort sort : Sort.values()) {
                    for (int offset : new int[] {0, count - PAGE}) {
                        String page = " " + sort + (offset == 0 ? " first page" : " last page");
                        String column = column(sort);
                        touch(bench);
                        bench.time("bare" + page, () -> bare(bench, profile, column, offset));
                        bench.time(
                                "grid" + page,
                                () -> lists.page(all.sortedBy(sort, true), offset, PAGE, reader));
                    }
                }
                touch(bench);
                bench.time("bare count", () -> bench.jdbc
                        .sql("select count(*) from invoice where scope_id = :scope")
                        .param("scope", profile.id())
                        .query(Long.class)
                        .single());
                bench.time("grid count", () -> lists.count(all, reader));
                bench.time("grid filtered, first page", () -> lists.page(few, 0, PAGE, reader));
                bench.time("grid filtered, count", () -> lists.count(few, reader));
            }
            bench.print();
        }
        System.exit(0);
    }

    /** Or H2 would give the last answer again, unasked. */
    private static void touch(Bench bench) {
        bench.jdbc.sql("update invoice set po_number = null where id = 1").update();
    }

    private static void bare(Bench bench, Scope scope, String column, int offset) {
        bench.jdbc
                .sql("select * from invoice where scope_id = :scope order by " + column + " desc, id desc"
                        + " offset :offset rows fetch next " + PAGE + " rows only")
                .param("scope", scope.id())
                .param("offset", offset)
                .query()
                .listOfRows();
    }

    private static String column(Sort sort) {
        return switch (sort) {
            case NUMBER -> "number";
            case DATE -> "invoice_date";
            case SCOPE -> "lower(scope_name)";
            case PERIOD -> "period_start";
            case PO_NUMBER -> "po_number";
            case STATUS -> "state";
            case TOTAL -> "total";
            case AMOUNT_DUE -> "amount_due";
            case DUE_DATE -> "due_date";
        };
    }
}
