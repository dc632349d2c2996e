package io.factuur.usage.out;

import io.factuur.usage.out.ColumnFacts.Filled;
import io.factuur.usage.out.Rule.OneOf;
import io.factuur.usage.out.Rule.OtherOf;
import io.factuur.usage.out.Rule.Price;
import io.factuur.usage.out.Rule.SameCurrency;
import io.factuur.usage.out.Rule.Where;
import io.factuur.usage.out.Rule.With;
import io.factuur.usage.out.Source.Always;
import io.factuur.usage.out.Source.First;
import io.factuur.usage.out.Source.InvoiceNumber;
import io.factuur.usage.out.Source.Nothing;
import io.factuur.usage.out.Source.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sources without the questions whose answer is known for all the rows: most rules have nothing to do in most files, and
 * asking them of every row costs as much as writing it.
 */
final class Shortened {

    private final ColumnFacts facts;
    private final boolean invoiced;

    /** @param invoiced whether any of the rows stands on an invoice */
    Shortened(ColumnFacts facts, boolean invoiced) {
        this.facts = facts;
        this.invoiced = invoiced;
    }

    List<Column> columns(List<Column> columns) {
        return columns.stream()
                .map(column -> new Column(column.name(), column.kind(), of(column.source())))
                .toList();
    }

    /** A source that says the same of each of these rows. */
    Source of(Source source) {
        return switch (source) {
            case Stored(String column) -> is(column, Filled.NEVER) ? Nothing.AT_ALL : source;
            case First(List<Source> sources) -> first(sources);
            case InvoiceNumber _ -> invoiced ? source : Nothing.AT_ALL;
            case Where where -> where(where);
            case With(Source given, Source then) -> with(of(given), of(then));
            case OneOf(String column, Set<String> allowed) -> oneOf(source, column, allowed);
            case Price(String column) -> price(source, column);
            case SameCurrency(Source then) -> sameCurrency(of(then));
            case OtherOf(Source category) -> filled(of(category)) == Filled.ALWAYS ? new OtherOf(of(category)) : source;
            default -> source;
        };
    }

    private Source first(List<Source> sources) {
        List<Source> left = new ArrayList<>();
        for (Source each : sources) {
            Source shorter = of(each);
            Filled filled = filled(shorter);
            if (filled != Filled.NEVER) {
                left.add(shorter);
            }
            if (filled == Filled.ALWAYS) {
                break;
            }
        }
        if (left.isEmpty()) {
            return Nothing.AT_ALL;
        }
        return left.size() == 1 && filled(left.getFirst()) != null ? left.getFirst() : new First(left);
    }

    private Source where(Where where) {
        Source then = of(where.then());
        if (filled(then) == Filled.NEVER) {
            return Nothing.AT_ALL;
        }
        Optional<Set<String>> words = facts.words(where.column());
        if (words.isPresent()) {
            boolean someIn = words.get().stream().anyMatch(where.values()::contains);
            boolean someOut =
                    !is(where.column(), Filled.ALWAYS) || !where.values().containsAll(words.get());
            if (where.has() ? !someOut : !someIn) {
                return then;
            }
            if (where.has() ? !someIn : !someOut) {
                return Nothing.AT_ALL;
            }
        }
        return new Where(where.column(), where.has(), where.values(), then);
    }

    private Source with(Source given, Source then) {
        if (filled(given) == Filled.NEVER || filled(then) == Filled.NEVER) {
            return Nothing.AT_ALL;
        }
        return filled(given) == Filled.ALWAYS ? then : new With(given, then);
    }

    private Source oneOf(Source source, String column, Set<String> allowed) {
        Optional<Set<String>> words = facts.words(column);
        if (is(column, Filled.NEVER)
                || words.isPresent() && words.get().stream().noneMatch(allowed::contains)) {
            return Nothing.AT_ALL;
        }
        return words.isPresent() && allowed.containsAll(words.get()) ? new Stored(column) : source;
    }

    private Source price(Source source, String column) {
        if (is(column, Filled.NEVER)) {
            return Nothing.AT_ALL;
        }
        return facts.isNeverNegative(column) ? new Stored(column) : source;
    }

    private Source sameCurrency(Source then) {
        if (filled(then) == Filled.NEVER) {
            return Nothing.AT_ALL;
        }
        Set<String> billing = facts.words("billing_currency").orElse(Set.of());
        boolean same = is("pricing_currency", Filled.NEVER)
                || is("billing_currency", Filled.ALWAYS)
                        && billing.size() == 1
                        && facts.words("pricing_currency")
                                .filter(billing::containsAll)
                                .isPresent();
        return same ? then : new SameCurrency(then);
    }

    private boolean is(String column, Filled filled) {
        return facts.filled(column).filter(filled::equals).isPresent();
    }

    /** Null where some values may be blank. */
    private @Nullable Filled filled(Source source) {
        return switch (source) {
            case Nothing _ -> Filled.NEVER;
            case Always(String text) -> text.isEmpty() ? null : Filled.ALWAYS;
            case OtherOf _ -> Filled.ALWAYS;
            case Stored(String column) -> facts.filled(column).orElse(null);
            case First(List<Source> sources) ->
                sources.stream().anyMatch(each -> filled(each) == Filled.ALWAYS) ? Filled.ALWAYS : Filled.SOMETIMES;
            case Where where -> sometimes(where.then());
            case With with -> sometimes(with.then());
            case SameCurrency same -> sometimes(same.then());
            case OneOf _ -> Filled.SOMETIMES;
            case Price(String column) -> sometimes(new Stored(column));
            default -> null;
        };
    }

    private @Nullable Filled sometimes(Source then) {
        Filled filled = filled(then);
        return filled == Filled.ALWAYS ? Filled.SOMETIMES : filled;
    }
}
