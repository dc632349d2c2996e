package io.factuur.file;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code factuur.files.*}.
 *
 * @param keep how long a prepared file waits for its owner
 * @param streamUpTo files of up to so many rows are handed over at once by pages, larger ones prepared
 * @param mostUnderWay how many one person may have in the queue
 */
@ConfigurationProperties("factuur.files")
record FileSettings(
        @DefaultValue("7d") Duration keep,
        @DefaultValue("100000") long streamUpTo,
        @DefaultValue("20") int mostUnderWay) {}
