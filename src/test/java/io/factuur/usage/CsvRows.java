package io.factuur.usage;

import com.opencsv.CSVReaderHeaderAware;
import com.opencsv.CSVReaderHeaderAwareBuilder;
import com.opencsv.RFC4180Parser;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a CSV with opencsv's own parser: a second opinion on what our reader made of it. */
public final class CsvRows {

    private CsvRows() {}

    public static List<Map<String, String>> read(InputStream in) throws IOException {
        try (CSVReaderHeaderAware reader = (CSVReaderHeaderAware)
                new CSVReaderHeaderAwareBuilder(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .withCSVParser(new RFC4180Parser())
                        .build()) {
            List<Map<String, String>> rows = new ArrayList<>();
            Map<String, String> row = reader.readMap();
            while (row != null) {
                rows.add(row);
                row = reader.readMap();
            }
            return rows;
        } catch (CsvValidationException e) {
            throw new IOException(e);
        }
    }
}
