package io.factuur.operations;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code factuur.backup.*}.
 *
 * @param folder where backups are kept, on another disk if there is one; {@code backups} in the data folder when left
 *     out
 * @param keep how many of them; the oldest goes when there is one more
 */
@ConfigurationProperties("factuur.backup")
record BackupSettings(
        @Nullable Path folder, @DefaultValue("7") int keep) {}
