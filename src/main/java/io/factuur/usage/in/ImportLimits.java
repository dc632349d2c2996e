package io.factuur.usage.in;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one usage file may ask of us.
 *
 * @param recordLength characters of one record
 * @param columns columns of the header
 * @param bytes of the file, uncompressed
 * @param expansion how many times larger than its compressed self a file may be, once it has grown past 100 MB
 * @param rejects after how many rejected rows an all-or-nothing import stops reading
 */
@ConfigurationProperties("factuur.usage.import")
public record ImportLimits(
        @DefaultValue("1000000") int recordLength,
        @DefaultValue("1000") int columns,
        @DefaultValue("50000000000") long bytes,
        @DefaultValue("200") int expansion,
        @DefaultValue("10000") int rejects) {}
