package io.factuur.usage.out;

/** Somebody who looks at rows one after the other. */
interface RowVisitor {

    void visit(Row row);
}
