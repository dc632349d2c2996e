package io.factuur.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Stands in the past while the demo's year is played, then runs like any clock. */
@Component
@Primary
@Profile("demo")
class DemoClock extends Clock {

    private volatile @Nullable Instant past;

    void standAt(Instant moment) {
        past = moment;
    }

    void run() {
        past = null;
    }

    @Override
    public Instant instant() {
        Instant standing = past;
        return standing == null ? Instant.now() : standing;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
