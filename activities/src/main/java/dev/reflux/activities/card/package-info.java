/**
 * What is published beside the exports: the dataset's card, and the description by which LLaMA-Factory reads them.
 *
 * <p>It must never show a secret, an address of a server or a place on the machine, nor state a licence that nobody stated.
 */
package dev.reflux.activities.card;
