package io.factuur.usage;

import java.util.List;

/**
 * The first rows of a usage file as they would be written.
 *
 * @param rows values in the order of the columns, empty where there is none
 * @param totalRows how many the file has
 */
public record UsagePreview(String fileName, List<String> columns, List<List<String>> rows, long totalRows) {}
