# pymp: python=2
