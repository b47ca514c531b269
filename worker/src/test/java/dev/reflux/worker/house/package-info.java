/** The rules of the whole house: layering, rooms, documents. */
package dev.reflux.worker.house;
