/**
 * Attribute grids: what an instruction is about, drawn from named distributions. It must never draw from time or from any
 * other state: the same place gives the same values.
 */
package dev.reflux.activities.stage.generate.grid;
