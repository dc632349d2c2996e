package io.factuur.file.ui;

import com.vaadin.flow.component.UI;
import io.factuur.file.FileState;
import io.factuur.file.PreparedFile;
import io.factuur.file.PreparedFiles;
import io.factuur.security.Person;
import io.factuur.shared.Texts;
import io.factuur.ui.Attention;
import io.factuur.ui.Badge.Tone;
import io.factuur.ui.Formats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Prepared files that nobody has fetched and that will soon be gone. */
@Component
class FileAttention implements Attention.Source {

    private static final Duration SOON = Duration.ofDays(2);
    private static final int LOOK_AT = 50;
    private static final int MOST = 3;

    private final PreparedFiles files;
    private final Clock clock;

    FileAttention(PreparedFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public List<Attention> list(Person person) {
        Instant soon = clock.instant().plus(SOON);
        Locale locale = UI.getCurrent().getLocale();
        return files.list(0, LOOK_AT, person).stream()
                .filter(file -> file.state() == FileState.READY && !file.downloaded())
                .filter(file -> file.expiresAt() != null && file.expiresAt().isBefore(soon))
                .limit(MOST)
                .map(file -> attention(file, locale))
                .toList();
    }

    private static Attention attention(PreparedFile file, Locale locale) {
        String until = file.expiresAt() == null ? "" : Formats.here().dateTime(file.expiresAt());
        return new Attention(Tone.WARN, Texts.get(locale, "attention.file", file.title(), until), "", "downloads");
    }
}
