package io.factuur.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Stands in the past while the demo's year is played, then runs like any clock. */
@Component
@Primary
@Profile("demo")
class DemoClock extends Clock {

    private final Clock real;
    private volatile @Nullable Instant past;

    DemoClock(@Qualifier("clock") Clock real) {
        this.real = real;
    }

    void standAt(Instant moment) {
        past = moment;
    }

    void run() {
        past = null;
    }

    @Override
    public Instant instant() {
        Instant standing = past;
        return standing == null ? real.instant() : standing;
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
