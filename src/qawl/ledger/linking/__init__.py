"""What holds articles together: copies of one wire, one utterance told by several, a pledge and what closes it."""
