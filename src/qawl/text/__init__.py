"""Arabic writing: spans, the folded view, words and clitics, sentences, quotation pairs."""
