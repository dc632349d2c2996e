package io.factuur.usage.ui;

import com.vaadin.flow.component.UI;
import io.factuur.security.Person;
import io.factuur.shared.Texts;
import io.factuur.ui.Attention;
import io.factuur.ui.Badge.Tone;
import io.factuur.ui.Formats;
import io.factuur.usage.ImportState;
import io.factuur.usage.UsageImport;
import io.factuur.usage.UsageImports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Files of the last fortnight that could not be taken in, and have not come again since. */
@Component
class ImportAttention implements Attention.Source {

    private static final Duration LOOKS_BACK = Duration.ofDays(14);
    private static final int LOOK_AT = 50;
    private static final int MOST = 3;

    private final UsageImports imports;
    private final Clock clock;

    ImportAttention(UsageImports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    @Override
    public List<Attention> list(Person person) {
        if (!person.operator()) {
            return List.of();
        }
        Instant since = clock.instant().minus(LOOKS_BACK);
        List<UsageImport> latest = imports.list(Long.MAX_VALUE, LOOK_AT, person);
        return latest.stream()
                .filter(file -> file.startedAt().isAfter(since) && !file.dryRun())
                .filter(file -> file.state() == ImportState.FAILED || file.state() == ImportState.REJECTED)
                .filter(file -> latest.stream()
                        .noneMatch(later -> later.id() > file.id()
                                && later.fileName().equals(file.fileName())
                                && later.state() == ImportState.LIVE))
                .limit(MOST)
                .map(ImportAttention::attention)
                .toList();
    }

    private static Attention attention(UsageImport file) {
        Locale locale = UI.getCurrent().getLocale();
        return new Attention(
                Tone.BAD,
                Texts.get(locale, "attention.import", file.fileName()),
                Formats.here().dateTime(file.startedAt()),
                "operator/imports");
    }
}
