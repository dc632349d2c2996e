package io.factuur.usage.in;

import io.factuur.usage.FocusColumn;
import io.factuur.usage.in.Times.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every row must have, whatever file it comes from, and the typed values that follow from it. */
final class RowChecks {

    private static final int LONGEST_ID = 300;

    private final Times times = new Times();
    private final Map<String, String> currencies = new HashMap<>();
    private final Function<FocusColumn, String> titles;
    private final boolean accountsNamed;

    /**
     * @param titles what the file calls a column
     * @param accountsNamed whether each row says which account it is billed to
     */
    RowChecks(Function<FocusColumn, String> titles, boolean accountsNamed) {
        this.titles = titles;
        this.accountsNamed = accountsNamed;
    }

    static boolean isNull(String value) {
        return value.isEmpty() || value.equals("NULL");
    }

    /** A number in plain notation. */
    String number(String column, String value) throws RowRejected {
        String plain = Amounts.plain(value);
        if (plain == null) {
            plain = Amounts.plain(value.strip());
        }
        if (plain == null) {
            throw new RowRejected(column, "usage.reject.number", column, shown(value));
        }
        return plain;
    }

    Moment moment(String column, String value) throws RowRejected {
        Moment moment = times.read(value);
        if (moment == null) {
            throw new RowRejected(column, "usage.reject.date", column, shown(value));
        }
        return moment;
    }

    /** Checks what counts and fills in the typed values. Times and numbers must have been normalised. */
    void complete(UsageRow row) throws RowRejected {
        if (accountsNamed) {
            required(row, FocusColumn.BILLING_ACCOUNT_ID);
        }
        row.set(FocusColumn.BILLING_CURRENCY, currency(required(row, FocusColumn.BILLING_CURRENCY)));
        row.billingDay = day(row, FocusColumn.BILLING_PERIOD_START);
        row.chargeDay = day(row, FocusColumn.CHARGE_PERIOD_START);
        if (row.get(FocusColumn.BILLING_PERIOD_END) == null) {
            row.set(FocusColumn.BILLING_PERIOD_END, times.monthAfter(required(row, FocusColumn.BILLING_PERIOD_START)));
        }
        if (row.get(FocusColumn.CHARGE_PERIOD_END) == null) {
            row.set(FocusColumn.CHARGE_PERIOD_END, times.dayAfter(required(row, FocusColumn.CHARGE_PERIOD_START)));
        }
        row.cost = cost(row, FocusColumn.BILLED_COST, required(row, FocusColumn.BILLED_COST));
        String effective = row.get(FocusColumn.EFFECTIVE_COST);
        row.effectiveCost = effective == null ? row.cost : cost(row, FocusColumn.EFFECTIVE_COST, effective);
        String subAccount = row.get(FocusColumn.SUB_ACCOUNT_ID);
        if (subAccount != null && subAccount.length() > LONGEST_ID) {
            String title = titles.apply(FocusColumn.SUB_ACCOUNT_ID);
            throw new RowRejected(title, "usage.reject.long", title, LONGEST_ID);
        }
    }

    private String required(UsageRow row, FocusColumn column) throws RowRejected {
        String value = row.get(column);
        if (value == null) {
            String title = titles.apply(column);
            throw new RowRejected(title, "usage.reject.missing", title);
        }
        return value;
    }

    private BigDecimal cost(UsageRow row, FocusColumn column, String plain) throws RowRejected {
        BigDecimal typed = Amounts.typed(plain);
        if (typed == null) {
            String title = titles.apply(column);
            throw new RowRejected(title, "usage.reject.large", title, shown(plain));
        }
        if (typed.scale() == Amounts.DECIMALS && plain.length() - plain.indexOf('.') - 1 > Amounts.DECIMALS) {
            row.rounded = true;
            row.set(column, typed.toPlainString());
        }
        return typed;
    }

    private String currency(String code) throws RowRejected {
        String known = currencies.get(code);
        if (known == null) {
            known = iso(code);
            if (known == null) {
                String title = titles.apply(FocusColumn.BILLING_CURRENCY);
                throw new RowRejected(title, "usage.reject.currency", title, shown(code));
            }
            currencies.put(code, known);
        }
        return known;
    }

    private static @Nullable String iso(String code) {
        try {
            return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private LocalDate day(UsageRow row, FocusColumn column) throws RowRejected {
        return moment(column.title(), required(row, column)).day();
    }

    private static String shown(String value) {
        return value.length() <= 60 ? value : value.substring(0, 59) + "…";
    }
}
