package io.factuur.usage.out;

import io.factuur.usage.ChargeChoice;
import io.factuur.usage.FocusColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** FOCUS 1.2, followed by whatever else came in; FOCUS wants such columns to start with {@code x_}. */
final class FocusLayout implements Layout {

    @Override
    public List<Column> columns(Selection selection) {
        List<Column> columns = new ArrayList<>();
        boolean open = selection.request().charges() == ChargeChoice.OPEN;
        FocusColumn.ALL.forEach(column -> columns.add(new Column(column.title(), kind(column), source(column, open))));
        Set<String> taken = new HashSet<>(selection.unknownColumns());
        for (String name : selection.unknownColumns()) {
            columns.add(new Column(prefixed(name, taken), UnknownKind.of(name), new Source.Unknown(name)));
        }
        return columns;
    }

    @Override
    public boolean needsPlaces() {
        return false;
    }

    private static Kind kind(FocusColumn column) {
        return switch (column.kind()) {
            case TEXT -> Kind.TEXT;
            case DECIMAL -> Kind.NUMBER;
            case TIME -> Kind.TIME;
        };
    }

    /** Our number once there is an invoice; what the issuer of the file wrote until then, but for open charges. */
    private static Source source(FocusColumn column, boolean open) {
        if (column != FocusColumn.INVOICE_ID) {
            return FocusRules.of(column);
        }
        return open
                ? new Source.InvoiceNumber()
                : Source.first(new Source.InvoiceNumber(), Source.stored(column.stored()));
    }

    private static String prefixed(String name, Set<String> taken) {
        if (name.startsWith("x_")) {
            return name;
        }
        String wanted = "x_" + name;
        while (!taken.add(wanted)) {
            wanted = wanted + "_";
        }
        return wanted;
    }
}
