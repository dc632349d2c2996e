package io.factuur.file.api;

import io.factuur.file.FileState;
import io.factuur.file.PreparedFile;
import io.factuur.shared.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A prepared file as programs read it; the links are there once they lead somewhere. */
record FileJson(
        String id,
        String kind,
        String name,
        String title,
        FileState state,
        long rowsDone,
        long rowsTotal,
        int percent,
        @Nullable Long secondsLeft,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt,
        @Nullable Long size,
        @Nullable String sha256,
        @Nullable String problem,
        @Nullable String content,
        @Nullable String manifest) {

    static FileJson of(PreparedFile file, Instant now, Locale locale) {
        boolean ready = file.state() == FileState.READY;
        String self = "/api/v1/files/" + file.id();
        return new FileJson(
                String.valueOf(file.id()),
                file.kind(),
                file.name(),
                file.title(),
                file.state(),
                file.rowsDone(),
                file.rowsTotal(),
                file.percent(),
                file.timeLeft(now).map(Duration::toSeconds).orElse(null),
                file.askedAt(),
                file.finishedAt(),
                file.expiresAt(),
                file.size(),
                file.sha256(),
                file.problem() == null ? null : Texts.get(locale, file.problem()),
                ready ? self + "/content" : null,
                ready ? self + "/manifest" : null);
    }
}
